// Style files are bundled by the build; TypeScript needs to hear that they exist.
declare module '*.css';
