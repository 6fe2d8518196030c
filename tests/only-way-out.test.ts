import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync, Visitor, type Expression, type Function as Routine, type Statement } from 'oxc-parser'
import { expect, test } from 'vitest'
import { isCode, listFiles } from '#tools/tidy/modules.ts'

/**
 * That nothing is sent without `maySend`, read from the sources: whatever leads to a message that leaves stands in one
 * place, and in that place the question is asked first. Types hold the rest: what a webhook reports cannot be `sending`.
 */

const ROOT = path.resolve(import.meta.dirname, '..')
const SOURCES = listFiles(ROOT, ['src'])
  .filter((file) => isCode(file) && !/\.(test|contract|scene)\.ts$|\/(scene|test-[a-z-]+)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }))
  .map(({ file, text }) => ({ file, text, program: parseSync(file, text).program }))

/** The files in which an object is made whose `key` is this text. */
function makersOf(key: string, value: string): string[] {
  return filesWith((note) => ({
    Property({ key: name, value: given }) {
      if (name.type === 'Identifier' && name.name === key && textOf(given) === value) note()
    },
  }))
}

/** The files in which a function of this name is called, alone or on an object. */
function callersOf(name: string, hasArgument: (text: string | null) => boolean = () => true): string[] {
  return filesWith((note) => ({
    CallExpression({ callee, arguments: given }) {
      if (nameOf(callee) === name && (given.length === 0 || given.some((one) => hasArgument(textOf(one))))) note()
    },
  }))
}

function filesWith(visitor: (note: () => void) => ConstructorParameters<typeof Visitor>[0]): string[] {
  return SOURCES.filter(({ program }) => {
    let isFound = false
    new Visitor(visitor(() => (isFound = true))).visit(program)
    return isFound
  }).map(({ file }) => file)
}

const textOf = (node: { readonly type: string }): string | null => {
  if (node.type === 'TSAsExpression') return textOf((node as { expression: Expression } & typeof node).expression)
  return node.type === 'Literal' ? String((node as unknown as { value: unknown }).value) : null
}

function nameOf(callee: Expression): string | null {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression') return null
  return callee.property.type === 'Identifier' ? callee.property.name : null
}

/** The functions of a file by name, with what they call, in order. */
function callsIn(file: string): Map<string, readonly string[]> {
  const source = SOURCES.find((one) => one.file === file)
  if (!source) throw new Error(`${file} is not among the sources`)
  const found = new Map<string, string[]>()
  new Visitor({
    FunctionDeclaration(node) {
      if (node.id) found.set(node.id.name, callsOf(node))
    },
  }).visit(source.program)
  return found
}

function callsOf({ body }: Routine): string[] {
  const calls: { readonly name: string; readonly at: number }[] = []
  const program = { type: 'Program', body: body?.body ?? [], sourceType: 'module', hashbang: null, start: 0, end: 0 }
  new Visitor({
    CallExpression({ callee, start }) {
      const name = nameOf(callee)
      if (name !== null) calls.push({ name, at: start })
    },
  }).visit(program as never)
  return calls.toSorted((a, b) => a.at - b.at).map(({ name }) => name)
}

const statementsOf = (file: string, routine: string): readonly Statement[] => {
  let found: readonly Statement[] = []
  const source = SOURCES.find((one) => one.file === file)
  if (source)
    new Visitor({
      FunctionDeclaration({ id, body }) {
        if (id?.name === routine) found = (body?.body ?? []) as readonly Statement[]
      },
    }).visit(source.program)
  return found
}

const CLAIM = 'src/core/message/claim.ts'
const ECHO = 'src/core/message/echo.ts'
const QUEUE = 'src/core/message/queue.ts'
const DELIVER = 'src/server/workers/deliver.ts'

test('only the claim makes a message `sending`, and it has asked before', () => {
  expect(makersOf('status', 'sending')).toEqual([CLAIM])
  const calls = callsIn(CLAIM).get('beginSend') ?? []
  expect(calls.indexOf('judged')).toBeGreaterThanOrEqual(0)
  expect(calls.indexOf('judged')).toBeLessThan(calls.indexOf('progress'))
})

test('what is asked is `maySend`, with the rights of the company, and nowhere is it asked with anything left out', () => {
  expect(callsIn('src/core/message/right.ts').get('questionOf')).toContain('rightsOf')
  const text = SOURCES.find(({ file }) => file === 'src/core/message/right.ts')?.text
  expect(text).toMatch(/judged = .*=> maySend\(questionOf\(step, asked\)\)/)
})

test('whatever is queued was asked about: by people, programs, and by ourselves', () => {
  const makers = makersOf('kind', 'message-queued').filter((file) => file.startsWith('src/core/message'))
  expect(makers).toEqual([ECHO, QUEUE])
  // What somebody wrote in the app has left already, and nothing here makes it leave again.
  expect(makersOf('status', 'sent').filter((file) => file.startsWith('src/core/message'))).toContain(ECHO)
  expect(callsIn(ECHO).get('receiveEcho')).not.toContain('effect')
  expect(makersOf('kind', 'deliver').filter((file) => file.startsWith('src/core/'))).toEqual([CLAIM, QUEUE])
  const callers = callersOf('queue').filter((file) => file.startsWith('src/core/'))
  expect(callers).toEqual([QUEUE, 'src/core/message/send.ts'])
  for (const file of callers) {
    for (const [routine, calls] of callsIn(file)) {
      if (!calls.includes('queue')) continue
      expect([file, routine, calls.indexOf('judged') >= 0]).toEqual([file, routine, true])
      expect(calls.indexOf('judged')).toBeLessThan(calls.indexOf('queue'))
    }
  }
})

test('only the deliver worker begins sends and posts messages', () => {
  expect(makersOf('kind', 'begin-send')).toEqual([DELIVER])
  expect(callersOf('ask', (text) => text === 'send')).toEqual([DELIVER])
  expect(callersOf('render').filter((file) => file.startsWith('src/server/'))).toEqual([DELIVER])
})

test('and it posts only after the claim was granted', () => {
  const calls = callsIn(DELIVER)
  expect([...calls].filter(([, list]) => list.includes('send')).map(([routine]) => routine)).toContain('deliver')
  const statements = statementsOf(DELIVER, 'deliver')
  const text = SOURCES.find(({ file }) => file === DELIVER)?.text ?? ''
  const written = statements.map(({ start, end }) => text.slice(start, end))
  const begins = written.findIndex((line) => /= await begin\(/.test(line))
  const stops = written.findIndex((line) => line.startsWith('if (refusals)') && /return/.test(line))
  const sends = written.findIndex((line) => /await send\(/.test(line))
  expect(begins).toBeGreaterThanOrEqual(0)
  expect(stops).toBeGreaterThan(begins)
  expect(sends).toBeGreaterThan(stops)
})
