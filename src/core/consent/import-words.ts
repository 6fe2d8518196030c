import type { Expected, ImportColumn } from './import-row.ts'

type Words = readonly [es: string, en: string, ptBr: string]

/** What a file of consents is told about its lines. */
export const COLUMN_WORDS: Readonly<Record<ImportColumn, Words>> = {
  phone: ['teléfono', 'phone', 'telefone'],
  purpose: ['finalidad', 'purpose', 'finalidade'],
  date: ['fecha', 'date', 'data'],
  change: ['cambio', 'change', 'mudança'],
  wording: ['texto', 'text', 'texto'],
  version: ['versión', 'version', 'versão'],
}

export const EXPECTED_WORDS: Readonly<Record<Expected, Words>> = {
  column: ['una columna con este nombre', 'a column of this name', 'uma coluna com este nome'],
  phone: [
    'un número de teléfono válido, mejor con «+» y país',
    'a valid phone number, best with “+” and country',
    'um número de telefone válido, de preferência com “+” e país',
  ],
  purpose: [
    'atención, avisos, promociones o cobranza',
    'service, notices, marketing or collections',
    'atendimento, avisos, promoções ou cobrança',
  ],
  date: [
    'una fecha como 2026-11-29 o 29/11/2026, con hora o sin ella',
    'a date such as 2026-11-29 or 29/11/2026, with or without a time',
    'uma data como 2026-11-29 ou 29/11/2026, com ou sem hora',
  ],
  'past-date': ['una fecha que ya pasó', 'a date that has been', 'uma data que já passou'],
  change: ['otorgado o retirado', 'given or withdrawn', 'concedido ou retirado'],
  'short-wording': ['4000 caracteres como máximo', 'at most 4,000 characters', 'no máximo 4000 caracteres'],
  quote: ['una comilla que cierre', 'a closing quote', 'aspas que fechem'],
}
