// Reads the embedded endpoint through clickhouse-go over HTTP, as Grafana's data source does, in every compression.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/ClickHouse/clickhouse-go/v2"
)

func read(db *sql.DB, name string) error {
	if err := db.PingContext(context.Background()); err != nil {
		return fmt.Errorf("ping: %w", err)
	}
	rows, err := db.Query("SELECT series, toString(unit_price), observed_at, tier, [provider] FROM latest_prices ORDER BY series")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var series, price string
		var at time.Time
		var tier *string
		var providers []string
		if err := rows.Scan(&series, &price, &at, &tier, &providers); err != nil {
			return err
		}
		fmt.Println(name, "row", series, price, at.UTC().Format(time.RFC3339), tier != nil, providers[0])
	}
	if err := rows.Err(); err != nil {
		return err
	}
	var count uint64
	if err := db.QueryRow("SELECT number FROM numbers(200000) ORDER BY number DESC LIMIT 1").Scan(&count); err != nil {
		return err
	}
	fmt.Println(name, "last", count)
	_, err = db.Exec("DROP TABLE prices")
	fmt.Println(name, "refused", err != nil && strings.Contains(err.Error(), "164"))
	return nil
}

func main() {
	methods := map[string]clickhouse.CompressionMethod{
		"none": clickhouse.CompressionNone, "lz4": clickhouse.CompressionLZ4,
		"gzip": clickhouse.CompressionGZIP, "zstd": clickhouse.CompressionZSTD,
	}
	for name, method := range methods {
		db := clickhouse.OpenDB(&clickhouse.Options{
			Addr: []string{os.Args[1]}, Protocol: clickhouse.HTTP, Auth: clickhouse.Auth{Username: "default"},
			Compression: &clickhouse.Compression{Method: method}, Settings: clickhouse.Settings{"max_execution_time": 30},
		})
		if err := read(db, name); err != nil {
			fmt.Println(name, "failed", err)
		}
		db.Close()
	}
}
