import type { Category } from '../finding.ts'

/** One labelled text of the corpus; see the README beside it. */
export type Sample = {
  readonly line: number
  readonly language: string
  readonly sector: string
  readonly asked: Category
  readonly assigned: Category
  /** Of the judged rules, exactly these should fire. */
  readonly rules: ReadonlySet<string>
  readonly template: unknown
}

const LABELS: Readonly<Record<string, Category>> = {
  utility: 'UTILITY',
  marketing: 'MARKETING',
  authentication: 'AUTHENTICATION',
}

/** Reads a file of the corpus; throws where it is not written as the README says. */
export function readCorpus(text: string): readonly Sample[] {
  const samples: Sample[] = []
  let head: { line: number; words: readonly string[] } | null = null
  let lines: string[] = []
  const close = () => {
    if (head !== null) samples.push(sampleOf(head.line, head.words, lines))
    lines = []
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('#')) continue
    if (line.startsWith('@')) {
      close()
      head = { line: index + 1, words: line.slice(1).trim().split(/\s+/) }
    } else if (line.trim() !== '') lines.push(line)
  }
  close()
  return samples
}

function sampleOf(
  line: number,
  [language, sector, asked, assigned, ...rules]: readonly string[],
  lines: readonly string[],
): Sample {
  const category = LABELS[asked ?? '']
  const wanted = LABELS[assigned ?? '']
  if (!language || !sector || !category || !wanted || rules.some((rule) => !rule.startsWith('+'))) {
    throw new Error(`Line ${line}: expected "@ language sector asked assigned +rule …"`)
  }
  const part = (key: string) =>
    lines.filter((each) => each.startsWith(`${key}: `)).map((each) => each.slice(key.length + 2))
  const body = lines.filter((each) => !/^(?:footer|quick): /.test(each)).join('\n')
  const [footer] = part('footer')
  const quick = part('quick')
  return {
    line,
    language,
    sector,
    asked: category,
    assigned: wanted,
    rules: new Set(rules.map((rule) => rule.slice(1))),
    template: {
      name: `${sector}_sample`,
      language,
      category,
      components: [
        { type: 'BODY', text: body },
        ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
        ...(quick.length === 0
          ? []
          : [{ type: 'BUTTONS', buttons: quick.map((each) => ({ type: 'QUICK_REPLY', text: each })) }]),
      ],
    },
  }
}
