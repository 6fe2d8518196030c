import { type Pack, weekOf } from '../rule.ts'

export const SPAIN: Pack = {
  id: 'ES',
  country: ['España', 'Spain', 'Espanha'],
  law: 'LSSI (Ley 34/2002), art. 21; LGDCU (RDL 1/2007), art. 96.2; listas de exclusión: LO 3/2018, art. 23',
  source: 'genbeta.com (2022-11) y xatakamovil.com, que citan el artículo 96.2',
  checkedOn: '2026-11-29',
  uncertain: [
    'El artículo 96.2 habla de llamadas; Hilo lo aplica también a los mensajes. La lista Robinson se consulta fuera de Hilo y se importa en «No contactar».',
    'Article 96.2 speaks of calls; Hilo applies it to messages too. The Robinson list is asked outside of Hilo and imported into “Do not contact”.',
    'O artigo 96.2 fala de ligações; o Hilo o aplica também às mensagens. A lista Robinson é consultada fora do Hilo e importada em “Não contatar”.',
  ],
  rules: [
    {
      purposes: ['marketing'],
      hours: weekOf([9, 21], null, null),
      onHolidays: 'forbidden',
      perDay: null,
      perWeek: null,
      daysApart: null,
      isOneChannel: false,
      needsConsent: true,
    },
  ],
}
