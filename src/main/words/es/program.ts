export const program = {
  title: 'EnigmaCrypt',
  builtinService: 'Servicio incorporado',
} as const;
