// node pouch_client.js PORT DOCS FOLDER: PouchDB as a peer of the bench; stages as in anki_client.py.
const PouchDB = require("pouchdb");
const lines = require("readline").createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const [, , port, docs, folder] = process.argv;
const there = `http://127.0.0.1:${port}/vd`;
const how = { batch_size: 500, batches_limit: 4 };
async function told(stage, began) {
  console.log(JSON.stringify({ stage, seconds: (Date.now() - began) / 1000 }));
  await lines.next();
}
(async () => {
  let began = Date.now();
  const here = new PouchDB(folder + "/here");
  const wanted = JSON.parse(require("fs").readFileSync(docs));
  await here.bulkDocs(wanted.map((doc) => ({ _id: doc.id, ...doc })));
  await new PouchDB(there).info();
  await told("setup", began);
  for (const stage of ["push", "nothing", "edits"]) {
    if (stage === "edits") {
      const found = await here.allDocs({ include_docs: true, limit: 50 });
      await here.bulkDocs(found.rows.map((row) => ({ ...row.doc, notes: row.doc.notes + "补" })));
    }
    began = Date.now();
    const done = await here.replicate.to(there, how);
    if (done.doc_write_failures) throw new Error("a record was not written");
    await told(stage, began);
  }
  process.exit(0);
})().catch((error) => { console.error(error.message); process.exit(1); });
