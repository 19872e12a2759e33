import { StyleSheet, View } from "@react-pdf/renderer";
import { type Cents, formatCents } from "@/lib/money";
import type { QuotePaper } from "./paper";
import { Write } from "./text";

const styles = StyleSheet.create({
  blocks: { flexDirection: "row", justifyContent: "space-between", gap: 32 },
  options: { flex: 1, gap: 2 },
  totals: { width: 230, marginLeft: "auto", gap: 2 },
  row: { flexDirection: "row", justifyContent: "space-between", gap: 16 },
  term: { flexShrink: 1 },
  label: { fontSize: 8, color: "#555" },
  strong: { fontWeight: 600, fontSize: 11 },
});

/** What the quote comes to and who pays it; beside it, the kinds of glass that were offered. */
export const Totals = ({ quote }: { quote: QuotePaper }) => (
  <View wrap={false} style={styles.blocks}>
    {quote.options && quote.options.length > 0 && (
      <View style={styles.options}>
        <Write style={styles.label}>Choices of glass, with tax</Write>
        {quote.options.map(({ label, totalCents }) => (
          <Row key={label} term={label} cents={totalCents} />
        ))}
      </View>
    )}
    <View style={styles.totals}>
      <Row term="Subtotal" cents={quote.subtotalCents} />
      {quote.taxes.map(({ name, cents }) => (
        <Row key={name} term={name} cents={cents} />
      ))}
      <Row strong term="Total" cents={quote.totalCents} />
      {quote.shares && (
        <>
          <Row term={`${quote.shares.insurer} pays`} cents={quote.shares.insurerCents} />
          <Row strong term="You pay" cents={quote.shares.customerCents} />
        </>
      )}
    </View>
  </View>
);

type RowProps = { term: string; cents: Cents; strong?: boolean };

const Row = ({ term, cents, strong = false }: RowProps) => (
  <View style={strong ? [styles.row, styles.strong] : styles.row}>
    <Write style={styles.term}>{term}</Write>
    <Write>{formatCents(cents)}</Write>
  </View>
);
