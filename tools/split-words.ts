import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** What a catalogue is asked for by: the words of the first screen, and all the others. */
const PART = /\.po\?(first|rest)\.po$/
const PLACE = /(["'`])words:(first|rest):([^"'`]+)\1/g
/** Code fetched later: behind `withWords` its words come with it, else they are there from the start. */
const FETCHED = /(withWords\(\(\) => )?import\('(\.[^']+\.tsx?)'\)/g

type Catalogue = Readonly<Record<string, unknown>>
type Graph = {
  readonly getModuleInfo: (id: string) => { readonly code: string | null; readonly importedIds: string[] } | null
}

/** Cuts each language in two: the inbox waits for what it says itself, not for all that Hilo can say. */
export function splitWords(entry: string): Plugin {
  const catalogues = new Map<string, Catalogue>()
  let first: ReadonlySet<string> | null = null
  return {
    name: 'hilo-split-words',
    apply: 'build',
    buildStart() {
      first = null
    },
    transform: {
      order: 'post',
      filter: { id: PART },
      handler(code, id) {
        const literal = /JSON\.parse\((".*")\)/s.exec(code)?.[1]
        const part = PART.exec(id)?.[1]
        if (!literal || !part) throw new Error(`${id}: a compiled catalogue is one JSON.parse("…"), found ${code}`)
        const name = path.basename(id).replace(PART, '')
        catalogues.set(name, JSON.parse(JSON.parse(literal) as string) as Catalogue)
        return { code: `export const messages = JSON.parse("words:${part}:${name}")`, map: null }
      },
    },
    renderChunk(code) {
      if (!code.includes('words:')) return null
      first ??= saidIn(modulesOf(entry, this), this)
      const filled = code.replaceAll(PLACE, (_, _quote, part: string, name: string) => {
        const words = Object.entries(catalogues.get(name) ?? {})
        const chosen = words.filter(([id]) => first?.has(id) === (part === 'first'))
        return JSON.stringify(JSON.stringify(Object.fromEntries(chosen)))
      })
      return { code: filled, map: null }
    },
  }
}

/** The entry, all it imports, and all it fetches without waiting for words. */
function modulesOf(entry: string, graph: Graph): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [entry]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
    if (id.includes('node_modules') || !/\.tsx?$/.test(id)) continue
    for (const [, withWords, to] of readFileSync(id, 'utf8').matchAll(FETCHED)) {
      if (!withWords && to) open.push(path.resolve(path.dirname(id), to))
    }
  }
  return found
}

/** Ids of messages in the code, six letters each; a text that looks like one does no harm. */
function saidIn(modules: ReadonlySet<string>, graph: Graph): ReadonlySet<string> {
  const codes = [...modules]
    .filter((id) => !id.includes('node_modules'))
    .map((id) => graph.getModuleInfo(id)?.code ?? '')
  return new Set(codes.flatMap((code) => [...code.matchAll(/["'`]([\w+/-]{6})["'`]/g)].map(([, id]) => id ?? '')))
}
