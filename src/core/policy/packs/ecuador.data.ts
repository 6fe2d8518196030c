import { type Pack, weekOf } from '../rule.ts'

export const ECUADOR: Pack = {
  id: 'EC',
  country: ['Ecuador', 'Ecuador', 'Equador'],
  law: 'Ley Orgánica de Defensa del Consumidor, art. 49 (reforma de 2023-02)',
  source: 'eluniverso.com, "¿Cuántas veces me pueden llamar a cobrar…?"; eldiario.ec (2025-03-27)',
  checkedOn: '2026-11-29',
  uncertain: [
    'El horario se dice de las llamadas; Hilo lo aplica también a los mensajes.',
    'The hours are said of calls; Hilo applies them to messages too.',
    'O horário é dito das ligações; o Hilo o aplica também às mensagens.',
  ],
  rules: [
    {
      purposes: ['collections'],
      hours: weekOf([7, 20], null, null),
      onHolidays: 'forbidden',
      perDay: 1,
      perWeek: null,
      daysApart: null,
      isOneChannel: false,
      needsConsent: false,
    },
  ],
}
