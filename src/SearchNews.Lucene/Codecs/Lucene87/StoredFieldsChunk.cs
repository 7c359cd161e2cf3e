using System.Runtime.InteropServices;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>A chunk of stored fields whose head was read.</summary>
/// <param name="Input">The chunk, behind its head.</param>
/// <param name="DocBase">Its first document.</param>
/// <param name="Docs">How many it has.</param>
/// <param name="IsSliced">Whether it is compressed in several units.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoredFieldsChunk(IndexInput Input, int DocBase, int Docs, bool IsSliced);
