import type { Pack, PackId } from '../rule.ts'
import { CHILE } from './chile.data.ts'
import { COLOMBIA } from './colombia.data.ts'
import { ECUADOR } from './ecuador.data.ts'
import { SPAIN } from './spain.data.ts'

/** The laws we know, by the country of the people they protect. */
export const PACKS: Readonly<Record<PackId, Pack>> = { CL: CHILE, CO: COLOMBIA, EC: ECUADOR, ES: SPAIN }

export const packOf = (country: string | null): Pack | null =>
  country !== null && Object.hasOwn(PACKS, country) ? PACKS[country as PackId] : null
