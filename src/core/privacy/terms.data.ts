/**
 * By when a request must be answered, by the law of a country. `days`: calendar days, `working-days`: without weekends and
 * the national holidays we know of, `months`: to the same date. The laws were not at hand word for word when this was
 * written: each row is one place to put right.
 */
export type Term = {
  readonly unit: 'days' | 'working-days' | 'months'
  readonly export: number
  readonly erase: number
  readonly law: string
  readonly checkedOn: string
}

const CHECKED = '2026-11-29'
/** Reglamento (UE) 2016/679, art. 12.3: "without undue delay and in any event within one month". */
const GDPR = 'Reglamento (UE) 2016/679 (RGPD), art. 12.3'

/** By ISO country. */
export const TERMS: Readonly<Record<string, Term>> = {
  CO: {
    ...{ unit: 'working-days', export: 10, erase: 15, checkedOn: CHECKED },
    law: 'Ley 1581 de 2012, art. 14 (consultas) y 15 (reclamos)',
  },
  /** In force from 2026-12-01; until then Ley 19.628, art. 16, wants an answer in two working days. */
  CL: {
    ...{ unit: 'days', export: 30, erase: 30, checkedOn: CHECKED },
    law: 'Ley 19.628 modificada por la Ley 21.719 de 2024, art. 11',
  },
  EC: {
    ...{ unit: 'days', export: 15, erase: 15, checkedOn: CHECKED },
    law: 'Ley Orgánica de Protección de Datos Personales de 2021, art. 13 y 15',
  },
  ES: { unit: 'months', export: 1, erase: 1, checkedOn: CHECKED, law: GDPR },
  PT: { unit: 'months', export: 1, erase: 1, checkedOn: CHECKED, law: GDPR },
  /** The law sets fifteen days for access; for elimination it leaves the term to a regulation, so the same is taken. */
  BR: {
    ...{ unit: 'days', export: 15, erase: 15, checkedOn: CHECKED },
    law: 'Lei 13.709 de 2018 (LGPD), art. 18 e 19, II',
  },
  MX: {
    ...{ unit: 'working-days', export: 20, erase: 20, checkedOn: CHECKED },
    law: 'Ley Federal de Protección de Datos Personales en Posesión de los Particulares de 2025 (respuesta en 20 días)',
  },
}

/** Where no law of the country is known here: what Europe asks. */
export const ELSEWHERE: Term = { unit: 'months', export: 1, erase: 1, checkedOn: CHECKED, law: GDPR }
