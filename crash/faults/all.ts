import type { Fault } from '../fault.ts'
import { freeze, rolling } from './copies.ts'
import { cutAtCommit, databaseAway, databaseSilent, killBackend, killPostmaster } from './database.ts'
import { diskFull } from './disk.ts'
import { killAll, killEmulator, killOneOfTwo, killPoint, killServer, terminate } from './kills.ts'
import { answersLost } from './platform.ts'

/** A new fault is a line here. */
export const FAULTS: readonly Fault[] = [
  killPoint,
  killServer,
  killOneOfTwo,
  killEmulator,
  killAll,
  terminate,
  freeze,
  rolling,
  killPostmaster,
  killBackend,
  databaseAway,
  databaseSilent,
  diskFull,
  cutAtCommit,
  answersLost,
]
