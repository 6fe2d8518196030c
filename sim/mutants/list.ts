import { AWAY } from './away.ts'
import { CORE } from './core.ts'
import { EDGE } from './edge.ts'
import { GROUPS } from './groups.ts'
import type { Mutant } from './mutant.ts'
import { PEOPLE } from './people.ts'
import { PRIVACY } from './privacy.ts'
import { STORE } from './store.ts'

export const MUTANTS: readonly Mutant[] = [...CORE, ...PEOPLE, ...STORE, ...EDGE, ...PRIVACY, ...AWAY, ...GROUPS]
