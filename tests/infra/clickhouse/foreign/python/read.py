"""Reads the embedded endpoint as a data team does: clickhouse-connect, no password. Prints one JSON object."""

import json
import sys

import clickhouse_connect
from clickhouse_connect.driver.exceptions import DatabaseError

host, port = sys.argv[1], int(sys.argv[2])
client = clickhouse_connect.get_client(host=host, port=port)

seen = {"version": client.server_version, "tables": client.command("SHOW TABLES").split("\n")}
result = client.query("SELECT series, unit_price, observed_at, tier FROM latest_prices ORDER BY series")
seen["columns"] = list(result.column_names)
seen["rows"] = [[str(value) for value in row] for row in result.result_rows]
seen["bound"] = client.query(
    "SELECT count() FROM prices WHERE provider = {provider:String}", parameters={"provider": "acme"}
).result_rows[0][0]
seen["signals"] = str(client.query("SELECT changes, citations FROM signals").result_rows[0][0][0]["change_id"])
with client.query_row_block_stream("SELECT number, toString(number) FROM numbers(200000)") as stream:
    seen["streamed"] = sum(len(block) for block in stream)
seen["described"] = [row[0] for row in client.query("DESCRIBE TABLE prices").result_rows][:3]
refused = []
for attempt in (
    lambda: client.command("DROP TABLE prices"),
    lambda: client.insert("prices", [["x"]], column_names=["series"]),
    lambda: client.query("SELECT * FROM file('/etc/passwd', 'LineAsString')"),
    lambda: client.query("SELECT nonsense FROM prices"),
):
    try:
        attempt()
        refused.append("allowed")
    except DatabaseError as error:
        refused.append(str(error).split("DB::Exception")[0].split("code")[-1].strip(" :"))
seen["refused"] = refused
client.close()
print(json.dumps(seen))
