using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs;

/// <summary>
/// One field's terms as the postings writer consumes them, once, in order: from memory at a flush, from several readers at a merge.
/// </summary>
/// <param name="Field">The field.</param>
/// <param name="Terms">Terms strictly ascending in unsigned byte order; the postings of each ascending in document. Terms without documents are passed over by the writer.</param>
internal sealed record FieldTerms(FieldInfo Field, TermsEnum Terms);
