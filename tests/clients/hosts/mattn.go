// Go with mattn/go-sqlite3: the driver loads what Extensions names in every connection that it opens.
package main

import (
	"bufio"
	"database/sql"
	"fmt"
	"log"
	"os"
	"strings"

	sqlite3 "github.com/mattn/go-sqlite3"
)

func main() {
	sql.Register("sqlite3_gazette", &sqlite3.SQLiteDriver{Extensions: []string{os.Args[1]}})
	db, err := sql.Open("sqlite3_gazette", ":memory:")
	if err != nil {
		log.Fatal(err)
	}
	db.SetMaxOpenConns(1) // one connection: an in-memory database belongs to it
	file, err := os.Open(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if !strings.HasPrefix(lines.Text(), "SELECT") {
			if _, err := db.Exec(lines.Text()); err != nil {
				log.Fatal(err)
			}
			continue
		}
		rows, err := db.Query(lines.Text())
		if err != nil {
			log.Fatal(err)
		}
		for rows.Next() {
			var value string
			if err := rows.Scan(&value); err != nil {
				log.Fatal(err)
			}
			fmt.Println(value)
		}
		if err := rows.Err(); err != nil {
			log.Fatal(err)
		}
	}
}
