import { pagesOf, type Planned, type PlanNode, stepsOf } from './plans.ts'

/** The largest page and the row that tells whether there is another. */
const PAGE = 101
/** A step looks at so many rows at most: counting and searching stop at a thousand, from either end of a part. */
const MOST_ROWS = 2_100
const MOST_LEFT_OUT = 1_100
/** A table of so few rows, such as that of the lines, may be gone through. */
const FEW = 50
/** Pages of 8 KiB. */
const MOST_PAGES = 12_000

/** What has no index in its order on purpose, by the beginning of the name, with the rows it may put in order or look at. */
const BOUNDED_OTHERWISE: readonly (readonly [name: string, rows: number])[] = [
  // The windows that end within the hour are found by when they end.
  ['view-list-closing', 20_000],
  ['view-counts', 20_000],
  // All of one contact.
  ['view-list-all-contact', MOST_ROWS],
  ['view-list-resolved-contact', MOST_ROWS],
  // The contacts with a rare part, and what was looked at of a list.
  ['search-', MOST_ROWS],
  // The rows of a batch, and what is due of each kind.
  ['load-', MOST_ROWS],
  ['commit-', MOST_ROWS],
  ['take-effects', MOST_ROWS],
  // The parts of a hundred contacts.
  ['index-fill', MOST_ROWS],
]

/** What is wrong with the way a statement was carried out; the whole of a table is never gone through. */
export function faultsOf(planned: Planned): readonly string[] {
  const { name, plan } = planned
  const allowed = BOUNDED_OTHERWISE.find(([prefix]) => name.startsWith(prefix))?.[1]
  const pages = pagesOf(planned)
  const faults = stepsOf(plan).flatMap((step) => faultsOfStep(step, allowed))
  if (pages > MOST_PAGES) faults.push(`reads ${pages} pages; expected at most ${MOST_PAGES}`)
  return faults.map((fault) => `${name}: ${fault}`)
}

function faultsOfStep(step: PlanNode, allowed: number | undefined): string[] {
  const kind = step['Node Type']
  const loops = step['Actual Loops']
  const where = `${kind} on ${step['Index Name'] ?? step['Relation Name'] ?? 'rows'}`
  const rows = step['Actual Rows'] * loops
  const leftOut = ((step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0)) * loops
  const faults: string[] = []
  const isWhole = kind === 'Seq Scan' || (/^(Bitmap )?Index/.test(kind) && step['Index Cond'] === undefined)
  if (isWhole && rows + leftOut > FEW) faults.push(`${where} goes through the whole table`)
  if (step['Relation Name'] !== undefined && rows + leftOut > (allowed ?? MOST_ROWS)) {
    faults.push(`${where} looks at ${rows + leftOut} rows; expected at most ${allowed ?? MOST_ROWS}`)
  }
  if (leftOut > (allowed ?? MOST_LEFT_OUT))
    faults.push(`${where} leaves out ${leftOut} rows; expected at most ${allowed ?? MOST_LEFT_OUT}`)
  const sorted = kind.endsWith('Sort') ? (step.Plans?.[0]?.['Actual Rows'] ?? 0) * loops : 0
  if (sorted > (allowed ?? PAGE))
    faults.push(`${where} puts ${sorted} rows in order; expected at most ${allowed ?? PAGE}`)
  return faults
}
