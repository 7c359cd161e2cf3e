using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>A term of a phrase in one segment.</summary>
/// <param name="Postings">Its documents, unpositioned.</param>
/// <param name="State">Its statistics in the segment.</param>
/// <param name="Offset">Its position in the phrase.</param>
internal sealed record PhraseTerm(BlockPositionsEnum Postings, TermState State, int Offset);
