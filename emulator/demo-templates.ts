import { demoRichTemplates } from './demo-rich-templates.ts'
import type { TemplateSeed } from './world/seed.ts'

/** The templates of "Financiera Aurora" that need only texts, one paused and one rejected; and those that need more. */
export const demoTemplates: readonly TemplateSeed[] = [
  {
    name: 'bienvenida_solicitud',
    language: 'es_MX',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Tu solicitud {{1}}', example: { header_text: ['A-1042'] } },
      {
        type: 'BODY',
        text: 'Hola {{1}}, recibimos tu solicitud de crédito por {{2}}. Un asesor la revisa y te escribe hoy mismo.',
        example: { body_text: [['Lucía', '$45,000']] },
      },
      { type: 'FOOTER', text: 'Financiera Aurora' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Hablar con un asesor' },
          { type: 'QUICK_REPLY', text: 'Ver requisitos' },
        ],
      },
    ],
  },
  {
    name: 'recordatorio_pago',
    language: 'es_MX',
    category: 'UTILITY',
    components: [
      {
        type: 'BODY',
        text: 'Hola {{1}}, tu pago de {{2}} vence el {{3}}. Puedes pagar en línea o pedirnos otra fecha.',
        example: { body_text: [['Rodrigo', '$2,350', '28 de noviembre']] },
      },
      { type: 'FOOTER', text: 'Si ya pagaste, ignora este mensaje' },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'URL',
            text: 'Pagar ahora',
            url: 'https://pagos.aurora.example/{{1}}',
            example: ['https://pagos.aurora.example/abc123'],
          },
          { type: 'QUICK_REPLY', text: 'Pedir otra fecha' },
        ],
      },
    ],
  },
  {
    name: 'oferta_preaprobada',
    language: 'es_AR',
    category: 'MARKETING',
    parameterFormat: 'NAMED',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW1hZ2U='] } },
      {
        type: 'BODY',
        text: 'Hola {{nombre}}, tenés un préstamo preaprobado de {{monto}} con la primera cuota en 45 días. ¿Te contamos cómo pedirlo?',
        example: {
          body_text_named_params: [
            { param_name: 'nombre', example: 'Carla' },
            { param_name: 'monto', example: '$800.000' },
          ],
        },
      },
      { type: 'FOOTER', text: 'Respondé BAJA para no recibir ofertas' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Me interesa' },
          { type: 'QUICK_REPLY', text: 'No recibir más' },
        ],
      },
    ],
  },
  {
    name: 'appointment_reminder',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      {
        type: 'BODY',
        text: 'Hi {{1}}, this is a reminder of your appointment with {{2}} on {{3}}. Please reply if you need another time.',
        example: { body_text: [['Noelia', 'Diego', 'Tuesday at 10:00']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Confirm' },
          { type: 'QUICK_REPLY', text: 'Reschedule' },
        ],
      },
    ],
  },
  {
    name: 'confirmacao_pagamento',
    language: 'pt_BR',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Pagamento recebido' },
      {
        type: 'BODY',
        text: 'Olá {{1}}, recebemos o seu pagamento de {{2}}. O comprovante já está disponível na sua conta.',
        example: { body_text: [['Beatriz', 'R$ 480,00']] },
      },
      { type: 'FOOTER', text: 'Financiera Aurora' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Ver comprovante', url: 'https://conta.aurora.example' }] },
    ],
  },
  {
    name: 'codigo_acceso',
    language: 'es',
    category: 'AUTHENTICATION',
    components: [
      {
        type: 'BODY',
        text: '*{{1}}* es tu código de verificación. Por tu seguridad, no lo compartas.',
        add_security_recommendation: true,
        example: { body_text: [['123456']] },
      },
      { type: 'FOOTER', text: 'Este código caduca en 10 minutos.', code_expiration_minutes: 10 },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copiar código' }] },
    ],
  },
  {
    name: 'campana_referidos',
    language: 'es',
    category: 'MARKETING',
    status: 'PAUSED',
    components: [
      {
        type: 'BODY',
        text: 'Hola {{1}}, invita a alguien a Aurora y los dos reciben un descuento.',
        example: { body_text: [['Paula']] },
      },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Quiero invitar' }] },
    ],
  },
  {
    name: 'aviso_legal',
    language: 'es_MX',
    category: 'UTILITY',
    status: 'REJECTED',
    rejectedReason: 'ABUSIVE_CONTENT',
    components: [
      {
        type: 'BODY',
        text: 'Señor {{1}}, si no paga hoy publicaremos su deuda en sus redes.',
        example: { body_text: [['Rodrigo']] },
      },
    ],
  },
  ...demoRichTemplates,
]
