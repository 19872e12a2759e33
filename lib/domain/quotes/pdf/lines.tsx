import { StyleSheet, View } from "@react-pdf/renderer";
import { formatCents } from "@/lib/money";
import type { PaperLine } from "./paper";
import { Write } from "./text";

const styles = StyleSheet.create({
  row: { flexDirection: "row", gap: 10, borderBottomWidth: 0.5, borderColor: "#ccc", paddingVertical: 4.5 },
  header: { fontSize: 8, color: "#555", borderColor: "#777", paddingVertical: 3 },
  what: { flex: 1 },
  quantity: { width: 42, textAlign: "right" },
  money: { width: 70, textAlign: "right" },
  tax: { width: 22, textAlign: "center" },
  number: { fontSize: 8, color: "#555" },
  note: { fontSize: 8, color: "#555", paddingTop: 4 },
});

/** What is quoted; its header stands again on each page. */
export const Lines = ({ lines }: { lines: readonly PaperLine[] }) => (
  <View>
    <View fixed style={[styles.row, styles.header]}>
      <Write style={styles.what}>Description</Write>
      <Write style={styles.quantity}>Qty</Write>
      <Write style={styles.money}>Price</Write>
      <Write style={styles.money}>Amount</Write>
      <Write style={styles.tax}>Tax</Write>
    </View>
    {lines.map((line, index) => (
      <View key={index} wrap={false} style={styles.row}>
        <View style={styles.what}>
          <Write>{line.description}</Write>
          {line.nagsNumber && <Write style={styles.number}>{line.nagsNumber}</Write>}
        </View>
        <Write style={styles.quantity}>{`${line.quantity / 100} ${line.unit}`.trim()}</Write>
        <Write style={styles.money}>{line.unitCents === 0 ? "" : formatCents(line.unitCents)}</Write>
        <Write style={styles.money}>{amountText(line.totalCents)}</Write>
        <Write style={styles.tax}>{line.taxable ? "T" : ""}</Write>
      </View>
    ))}
    {lines.some((line) => line.taxable) && <Write style={styles.note}>T: taxable</Write>}
  </View>
);

function amountText(cents: PaperLine["totalCents"]): string {
  if (cents === null) return "To be settled";
  return cents === 0 ? "Included" : formatCents(cents);
}
