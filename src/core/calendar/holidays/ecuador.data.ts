import { day } from '../day.ts'
import { easterly, fixed, type HolidayRule, offWeekend, toLongWeekend, twoDaysOff } from '../moved.ts'

/**
 * Ley reformatoria of 2016-12 (Registro Oficial 906) with its rule of moved days; checked 2026-11-29 against the official
 * lists of 2025 and 2026. Uncertain: whether New Year and Christmas leave a weekend, as they did in 2017 and 2021; the
 * ministry's words of 2025 deny it. Left out: days off by decree, such as 2026-01-02, which a company adds to its own.
 */
export const ECUADOR: readonly HolidayRule[] = [
  fixed(['Año Nuevo', 'New Year', 'Ano-Novo'], 1, 1, offWeekend),
  easterly(['Carnaval', 'Carnival', 'Carnaval'], -48),
  easterly(['Carnaval', 'Carnival', 'Carnaval'], -47),
  easterly(['Viernes Santo', 'Good Friday', 'Sexta-feira Santa'], -2),
  fixed(['Día del Trabajo', 'Labour Day', 'Dia do Trabalho'], 5, 1, toLongWeekend),
  fixed(['Batalla de Pichincha', 'Battle of Pichincha', 'Batalha de Pichincha'], 5, 24, toLongWeekend),
  fixed(['Primer Grito de Independencia', 'Independence Day', 'Primeiro Grito de Independência'], 8, 10, toLongWeekend),
  fixed(
    ['Independencia de Guayaquil', 'Independence of Guayaquil', 'Independência de Guayaquil'],
    10,
    9,
    toLongWeekend,
  ),
  {
    name: ['Difuntos e Independencia de Cuenca', 'All Souls and Independence of Cuenca', 'Finados e Cuenca'],
    on: (year) => twoDaysOff(day(year, 11, 2)),
  },
  fixed(['Navidad', 'Christmas', 'Natal'], 12, 25, offWeekend),
]
