import { ourFormPage } from './our-form-page.tsx';

const app = await ourFormPage();
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${address}\n`);
