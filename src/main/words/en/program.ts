export const program = {
  title: 'EnigmaCrypt',
  builtinService: 'Built-in service',
} as const;
