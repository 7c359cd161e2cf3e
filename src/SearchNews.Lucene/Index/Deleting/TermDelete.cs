using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Index.Deleting;

/// <summary>One delete of a segment: documents with the term, numbered below the limit, which came before the delete.</summary>
/// <param name="Term">The term.</param>
/// <param name="UpTo">The first document that came after.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermDelete(Term Term, int UpTo);
