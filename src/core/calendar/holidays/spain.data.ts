import { easterly, fixed, type HolidayRule } from '../moved.ts'

/**
 * Holidays of the whole country (Real Decreto 2001/1983, article 45; the yearly lists of the BOE for 2025–2027, checked
 * 2026-11-29). Those of a region or town, a Monday kept for a Sunday among them, a company adds to its own.
 */
export const SPAIN: readonly HolidayRule[] = [
  fixed(['Año Nuevo', 'New Year', 'Ano-Novo'], 1, 1),
  fixed(['Epifanía', 'Epiphany', 'Dia de Reis'], 1, 6),
  easterly(['Viernes Santo', 'Good Friday', 'Sexta-feira Santa'], -2),
  fixed(['Fiesta del Trabajo', 'Labour Day', 'Dia do Trabalho'], 5, 1),
  fixed(['Asunción de la Virgen', 'Assumption of Mary', 'Assunção de Nossa Senhora'], 8, 15),
  fixed(['Fiesta Nacional', 'National Day', 'Festa Nacional'], 10, 12),
  fixed(['Todos los Santos', 'All Saints', 'Todos os Santos'], 11, 1),
  fixed(['Día de la Constitución', 'Constitution Day', 'Dia da Constituição'], 12, 6),
  fixed(['Inmaculada Concepción', 'Immaculate Conception', 'Imaculada Conceição'], 12, 8),
  fixed(['Navidad', 'Christmas', 'Natal'], 12, 25),
]
