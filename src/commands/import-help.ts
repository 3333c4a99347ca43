/** What `tandem import --help` says after the options. */
export const IMPORT_HELP = `
Columns (a name may be written order_id, orderId or "Order ID"; others are ignored; * must be there):
  catalogue     product_id*, title*, categories (toys > rc-cars), brand, price, currency, tags (a|b),
                variant_of, in_stock, active
  orders        order_id*, placed_at*, product_id*, quantity*, unit_price*, customer_id, session_id,
                updated_at, status, currency, recommendation_id, title
                one row per order line; the rows of an order may stand anywhere in the file.
                JSON Lines may also hold one order per line, as in the recordOrders mutation
  interactions  event_id*, kind*, at*, customer_id, session_id, product_id, category_id, query,
                recommendation_id, slot
  consents      customer_id*, consent*, decided_at*

Every row is counted once: rows read = accepted + duplicates + rejected + skipped. Rows are rejected by
themselves; the others go in. Skipped are rows that an option asked to leave out.

Exit status: 0 when the file was read to its end, 1 when it was not or could not be taken, and with
--strict also when a row was rejected.

Examples:
  tandem import catalogue products.csv --currency EUR
  tandem import orders orders.jsonl.gz
  zcat export.gz | tandem import orders - --delimiter ';' --decimal-comma --currency EUR \\
      --map order_id=Beleg,placed_at=Datum,product_id=Artikel,quantity=Menge,unit_price=Preis \\
      --date-format 'D.M.YYYY H:mm'
  tandem import interactions events.csv --dry-run --rejects rejects.csv
  tandem import orders online-retail.csv.gz --currency GBP \\
      --map order_id=InvoiceNo,product_id=StockCode,title=Description,quantity=Quantity \\
      --map placed_at=InvoiceDate,unit_price=UnitPrice,customer_id=CustomerID --integer-ids \\
      --uppercase-products --only-products '^\\d{5}[A-Z]{0,2}$' --returns skip --missing-price skip \\
      --derive-catalogue
`;
