/** A room of the house, and what it may use. ARCHITECTURE.md shows this table. */
export type Room = {
  readonly name: string
  /** Everything below this folder, or this one file. The longest match decides which room a file is in. */
  readonly place: string
  /** Rooms, or folders or files inside a room, it may import from; its own files always. */
  readonly mayImport: readonly string[]
  /** Packages of npm and of Node: all, none, or these. */
  readonly packages: 'any' | 'browser' | readonly string[]
  /** Whether it may read the clock, throw dice and set timers itself, instead of being handed them. */
  readonly clock: boolean
}

const EVERYTHING = ['src', 'web', 'widget', 'emulator', 'sim', 'bench', 'crash', 'tools', 'tests'] as const

export const ROOMS: readonly Room[] = [
  { name: 'base', place: 'src/base', mayImport: [], packages: [], clock: false },
  { name: 'core', place: 'src/core', mayImport: ['src/base'], packages: [], clock: false },
  {
    name: 'contract',
    place: 'src/contract',
    mayImport: ['src/base', 'src/core'],
    packages: ['zod', 'zod/mini'],
    clock: false,
  },
  {
    name: 'channels',
    place: 'src/channels',
    mayImport: ['src/base', 'src/core'],
    packages: ['node:crypto'],
    clock: false,
  },
  { name: 'store', place: 'src/store', mayImport: ['src/base', 'src/core'], packages: 'any', clock: true },
  {
    name: 'app',
    place: 'src/app',
    mayImport: ['src/base', 'src/core', 'src/channels/channel.ts', 'src/store/ledger.ts'],
    packages: [],
    clock: false,
  },
  {
    name: 'server',
    place: 'src/server',
    mayImport: ['src/base', 'src/core', 'src/contract', 'src/channels', 'src/app', 'src/store'],
    packages: 'any',
    clock: true,
  },
  { name: 'main', place: 'src/main.ts', mayImport: ['src'], packages: 'any', clock: true },
  {
    name: 'web',
    place: 'web',
    mayImport: ['src/base', 'src/core', 'src/contract'],
    packages: 'browser',
    clock: true,
  },
  { name: 'widget', place: 'widget', mayImport: ['src/base', 'src/contract'], packages: 'browser', clock: true },
  {
    name: 'phone',
    place: 'emulator/phone',
    mayImport: ['src/base', 'emulator/json.ts'],
    packages: 'browser',
    clock: true,
  },
  { name: 'emulator', place: 'emulator', mayImport: ['src/base'], packages: 'any', clock: true },
  { name: 'sim', place: 'sim', mayImport: EVERYTHING, packages: 'any', clock: true },
  { name: 'bench', place: 'bench', mayImport: EVERYTHING, packages: 'any', clock: true },
  { name: 'crash', place: 'crash', mayImport: EVERYTHING, packages: 'any', clock: true },
  { name: 'tools', place: 'tools', mayImport: EVERYTHING, packages: 'any', clock: true },
  { name: 'tests', place: 'tests', mayImport: EVERYTHING, packages: 'any', clock: true },
]

/** Places of an otherwise open room that stay closed: only `main.ts` chooses where data is kept. */
export const CLOSED: readonly { readonly room: string; readonly place: string }[] = [
  { room: 'server', place: 'src/store/postgres' },
  { room: 'server', place: 'src/store/memory' },
]

/** The room a file is in; null for files that belong to none, such as the settings of tools. */
export function roomOf(file: string): Room | null {
  const found = ROOMS.filter(({ place }) => isIn(file, place))
  return found.toSorted((one, other) => other.place.length - one.place.length)[0] ?? null
}

/** Why this room may not import that file; null: it may. */
export function whyNot(room: Room, target: string): string | null {
  const other = roomOf(target)
  if (other === room) return null
  if (!room.mayImport.some((place) => isIn(target, place))) {
    return `${room.name} may import ${room.mayImport.join(', ') || 'nothing'}`
  }
  const closed = CLOSED.find(({ room: name, place }) => name === room.name && isIn(target, place))
  return closed ? `${closed.place} is closed to ${room.name}; only src/main.ts knows it` : null
}

/** Why this room may not use that package; null: it may. */
export function whyNoPackage(room: Room, name: string): string | null {
  if (room.packages === 'any') return null
  if (room.packages === 'browser') return name.startsWith('node:') ? `${room.name} runs in a browser` : null
  if (room.packages.includes(name)) return null
  return `${room.name} may use ${room.packages.length > 0 ? room.packages.join(', ') : 'no package at all'}`
}

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`)
