import type { Words } from '../problem/problem.ts'

/**
 * What a template is for, beneath Meta's three categories: the ten purposes of the guide, which were Meta's own until
 * 2022, and collections, which have rules of their own in most countries. Kept by us; Meta is not told.
 */
export const PURPOSES = [
  'account',
  'alerts',
  'appointments',
  'issue-resolution',
  'payment',
  'reservation',
  'shipping',
  'tickets',
  'transport',
  'personal-finance',
  'collections',
] as const
export type Purpose = (typeof PURPOSES)[number]

export const PURPOSE_WORDS: Readonly<Record<Purpose, Words>> = {
  account: ['Cuenta', 'Account', 'Conta'],
  alerts: ['Alertas', 'Alerts', 'Alertas'],
  appointments: ['Citas', 'Appointments', 'Agendamentos'],
  'issue-resolution': ['Resolución de problemas', 'Issue resolution', 'Resolução de problemas'],
  payment: ['Pagos', 'Payment', 'Pagamento'],
  reservation: ['Reservas', 'Reservation', 'Reserva'],
  shipping: ['Envíos', 'Shipping', 'Envio'],
  tickets: ['Entradas y casos', 'Tickets', 'Ingressos e chamados'],
  transport: ['Transporte', 'Transport', 'Transporte'],
  'personal-finance': ['Finanzas personales', 'Personal finance', 'Finanças pessoais'],
  collections: ['Cobranza', 'Collections', 'Cobrança'],
}
