import { type Pack, weekOf } from '../rule.ts'

export const CHILE: Pack = {
  id: 'CL',
  country: ['Chile', 'Chile', 'Chile'],
  law: 'Ley 21.320 de 2021 (Ley 19.496, art. 37); Código de Procedimiento Civil, art. 59',
  source: 'emerix.net, "Chile: avances regulatorios" (2024); lexlatin.com (2023-05-02)',
  checkedOn: '2026-11-29',
  uncertain: [
    'El sábado cuenta como día hábil. Un proyecto de fines de 2023 quería excluirlo y acortar el horario; no nos consta que sea ley.',
    'Saturday counts as a working day. A bill of late 2023 wanted to exclude it and to shorten the hours; we do not know it to be law.',
    'O sábado conta como dia útil. Um projeto do fim de 2023 queria excluí-lo e encurtar o horário; não sabemos se virou lei.',
  ],
  rules: [
    {
      purposes: ['collections'],
      hours: weekOf([8, 20], [8, 20], null),
      onHolidays: 'forbidden',
      perDay: null,
      perWeek: 2,
      daysApart: 2,
      isOneChannel: false,
      needsConsent: false,
    },
  ],
}
