import { AWAY } from './away.ts'
import { CORE } from './core.ts'
import { EDGE } from './edge.ts'
import type { Mutant } from './mutant.ts'
import { PRIVACY } from './privacy.ts'
import { STORE } from './store.ts'

export const MUTANTS: readonly Mutant[] = [...CORE, ...STORE, ...EDGE, ...PRIVACY, ...AWAY]
