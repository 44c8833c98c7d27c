import java.sql.*;
import java.util.*;

/** Reads the embedded endpoint through the ClickHouse JDBC driver with its defaults. Prints one line per finding. */
public class Read {
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:clickhouse://" + args[0], "default", "")) {
            DatabaseMetaData meta = connection.getMetaData();
            System.out.println("version " + meta.getDatabaseProductVersion());
            try (ResultSet tables = meta.getTables(null, "tokentape", "latest_prices", null)) {
                while (tables.next()) System.out.println("table " + tables.getString("TABLE_NAME"));
            }
            try (ResultSet columns = meta.getColumns(null, "tokentape", "prices", "unit_price")) {
                while (columns.next()) System.out.println("column " + columns.getString("COLUMN_NAME") + " " + columns.getString("TYPE_NAME"));
            }
            try (Statement statement = connection.createStatement();
                 ResultSet rows = statement.executeQuery("SELECT series, unit_price, observed_at, tier FROM latest_prices ORDER BY series")) {
                while (rows.next()) System.out.println("row " + rows.getString(1) + " " + rows.getBigDecimal(2).stripTrailingZeros().toPlainString() + " " + rows.getObject(3) + " " + rows.getString(4));
            }
            try (PreparedStatement prepared = connection.prepareStatement("SELECT count() FROM prices WHERE provider = ?")) {
                prepared.setString(1, "acme");
                try (ResultSet rows = prepared.executeQuery()) {
                    rows.next();
                    System.out.println("bound " + rows.getLong(1));
                }
            }
            try (Statement statement = connection.createStatement();
                 ResultSet rows = statement.executeQuery("SELECT number, toString(number) FROM numbers(200000)")) {
                long count = 0;
                while (rows.next()) count++;
                System.out.println("streamed " + count);
            }
            for (String sql : List.of("DROP TABLE prices", "INSERT INTO prices (series) VALUES ('x')")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                    System.out.println("allowed " + sql);
                } catch (SQLException error) {
                    System.out.println("refused " + error.getMessage().replaceAll("(?s).*Code: (\\d+).*", "$1"));
                }
            }
        }
    }
}
