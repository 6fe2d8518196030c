import { type Pack, weekOf } from '../rule.ts'

export const COLOMBIA: Pack = {
  id: 'CO',
  country: ['Colombia', 'Colombia', 'Colômbia'],
  law: 'Ley 2300 de 2023, arts. 2–5',
  source:
    'agoramercatorum.uexternado.edu.co (2024-07-31), lonja.org.co, accolombianlawyers.com: los tres coinciden con el texto',
  checkedOn: '2026-11-29',
  uncertain: [
    'La ley cuenta los canales y el contacto diario desde el primer contacto directo; Hilo los cuenta desde el primer envío. La semana se cuenta como siete días seguidos.',
    'The law counts channels and the daily contact from the first direct contact; Hilo counts them from the first message. A week is counted as any seven days.',
    'A lei conta os canais e o contato diário a partir do primeiro contato direto; o Hilo os conta a partir do primeiro envio. A semana é contada como sete dias seguidos.',
  ],
  rules: [
    {
      purposes: ['collections', 'marketing'],
      hours: weekOf([7, 19], [8, 15], null),
      onHolidays: 'forbidden',
      perDay: 1,
      perWeek: null,
      daysApart: null,
      isOneChannel: true,
      needsConsent: true,
    },
  ],
}
