/** One thing a `fields=` asks for: `message_templates.limit(2){name}` has a name, arguments, and fields of its own. */
export type Selected = {
  readonly name: string
  /** As the caller wrote it. */
  readonly text: string
  readonly args: Readonly<Record<string, string>>
  /** What stands in the braces; nothing: the usual fields. */
  readonly fields: string | undefined
}

const OPENING = '({['
const CLOSING = ')}]'

/** What `fields=` asks for, in its order (Graph API, Field expansion, 2025-11). Braces and arguments may nest. */
export function readSelection(asked: string): readonly Selected[] {
  return pieces(asked).map((text) => {
    const name = /^[^.({]*/.exec(text)?.[0].trim() ?? ''
    const brace = text.indexOf('{')
    const head = brace < 0 ? text : text.slice(0, brace)
    const args = [...head.matchAll(/\.([a-z_]+)\(([^()]*)\)/g)].map(([, key = '', value = '']) => [key, value])
    return {
      name,
      text,
      args: Object.fromEntries(args) as Record<string, string>,
      fields: brace < 0 ? undefined : text.slice(brace + 1, text.lastIndexOf('}')),
    }
  })
}

/** Cut at the commas that stand in no bracket. */
function pieces(asked: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= asked.length; at++) {
    const sign = asked[at] ?? ','
    if (OPENING.includes(sign)) depth += 1
    if (CLOSING.includes(sign)) depth -= 1
    if (at < asked.length && (sign !== ',' || depth > 0)) continue
    found.push(asked.slice(from, at).trim())
    from = at + 1
  }
  return found.filter((piece) => piece !== '')
}
