import type { Flow } from './flow/flows.ts'

const field = (type: string, name: string, label: string, more: object = {}) => ({
  type,
  name,
  label,
  required: true,
  ...more,
})
const column = (...children: object[]) => ({ type: 'SingleColumnLayout', children })

/** A form of the demo that needs no endpoint: when somebody wants to be visited. */
const VISIT = {
  version: '7.3',
  screens: [
    {
      id: 'VISITA',
      title: 'Agendar una visita',
      layout: column(
        { type: 'TextHeading', text: 'Cuéntenos cuándo' },
        { type: 'TextBody', text: 'Un asesor de Financiera Aurora le visita sin costo.' },
        field('TextInput', 'nombre', 'Nombre completo'),
        field('DatePicker', 'fecha', 'Fecha'),
        field('RadioButtonsGroup', 'turno', 'Turno', {
          'data-source': [
            { id: 'manana', title: 'Por la mañana' },
            { id: 'tarde', title: 'Por la tarde' },
          ],
        }),
        {
          type: 'Footer',
          label: 'Continuar',
          'on-click-action': {
            name: 'navigate',
            next: { type: 'screen', name: 'CONFIRMA' },
            payload: { nombre: '${form.nombre}', fecha: '${form.fecha}', turno: '${form.turno}' },
          },
        },
      ),
    },
    {
      id: 'CONFIRMA',
      title: 'Confirmar',
      terminal: true,
      layout: column(
        { type: 'TextHeading', text: '${data.nombre}' },
        { type: 'TextBody', text: 'Le visitamos el ${data.fecha}.' },
        field('OptIn', 'acepta', 'Acepto que me llamen para confirmar'),
        {
          type: 'Footer',
          label: 'Enviar',
          'on-click-action': {
            name: 'complete',
            payload: {
              nombre: '${data.nombre}',
              fecha: '${data.fecha}',
              turno: '${data.turno}',
              acepta: '${form.acepta}',
            },
          },
        },
      ),
    },
  ],
}

/** Forms of the demo's account, published. */
export const demoFlows: readonly Flow[] = [
  {
    id: '1500000000000001',
    name: 'Agendar visita',
    categories: ['APPOINTMENT_BOOKING'],
    status: 'PUBLISHED',
    json: JSON.stringify(VISIT),
    endpointUri: null,
    updatedAt: 0,
  },
]
