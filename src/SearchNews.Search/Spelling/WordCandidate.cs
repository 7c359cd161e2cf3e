using SearchNews.Lucene.Index;

namespace SearchNews.Search.Spelling;

/// <summary>A word of the index that may have been meant.</summary>
/// <param name="Word">A term of <c>words</c>.</param>
/// <param name="Stem">Its term of the ranked field.</param>
/// <param name="Edits">Edits from the word as typed.</param>
/// <param name="DocFreq">Articles with the word.</param>
internal sealed record WordCandidate(string Word, Term Stem, int Edits, int DocFreq);
