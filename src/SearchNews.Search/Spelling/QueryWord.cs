using SearchNews.Lucene.Index;
using SearchNews.Search.QuerySyntax;

namespace SearchNews.Search.Spelling;

/// <summary>A word of a query as the index has it.</summary>
/// <param name="Node">The word as typed.</param>
/// <param name="IsAlternative">True when other words may stand in its place, so that an article need not have it.</param>
/// <param name="Word">Its term of <c>words</c>.</param>
/// <param name="Stem">Its term of the ranked field.</param>
/// <param name="DocFreq">Articles with the stem.</param>
internal sealed record QueryWord(WordNode Node, bool IsAlternative, string Word, Term Stem, int DocFreq);
