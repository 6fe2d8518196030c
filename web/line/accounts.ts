import type { LineView } from '#contract/views.ts'

/** A WhatsApp account of the company, with one of its numbers to name it by. */
export type Account = { readonly wabaId: string; readonly lineId: string; readonly name: string }

/** The company's WhatsApp accounts, in the order of its numbers; mostly one. */
export function accountsOf(lines: readonly LineView[]): readonly Account[] {
  return [...Map.groupBy(lines, ({ wabaId }) => wabaId)].flatMap(([wabaId, own]) => {
    const [first] = own
    if (first === undefined) return []
    const named = own.find(({ account }) => account)?.account?.name
    return [{ wabaId, lineId: first.id, name: named || own.map(({ name }) => name).join(', ') }]
  })
}

/** The account a number belongs to. */
export const accountOf = (lines: readonly LineView[], lineId: string | undefined): Account | undefined => {
  const wabaId = lines.find(({ id }) => id === lineId)?.wabaId
  return accountsOf(lines).find((account) => account.wabaId === wabaId)
}
