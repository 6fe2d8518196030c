import type { Fields } from '../json.ts'
import { unknownEdge } from './errors.ts'
import { readSelection } from './selection.ts'

/**
 * What `fields=` asks for of a node; without it, the node's usual fields. Sub-selections in braces and arguments such as
 * `.limit(5)` are read over; edges are answered by `expand`. `id` is always there. Throws for a field the node does not have.
 */
export function select(node: Fields, asked: string | undefined, usual: readonly string[], nodeType: string): Fields {
  const names = asked === undefined || asked.trim() === '' ? usual : readSelection(asked).map(({ name }) => name)
  const picked: Record<string, unknown> = {}
  for (const name of names) {
    if (!Object.hasOwn(node, name)) throw unknownEdge(name, nodeType)
    if (node[name] !== undefined && node[name] !== null) picked[name] = node[name]
  }
  return { ...picked, ...(node['id'] === undefined ? {} : { id: node['id'] }) }
}
