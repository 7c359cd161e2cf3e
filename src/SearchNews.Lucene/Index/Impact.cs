namespace SearchNews.Lucene.Index;

/// <summary>A pair of term frequency and norm that bounds the scores of a run of documents.</summary>
/// <param name="Freq">Term frequency, at least 1.</param>
/// <param name="Norm">Norm byte, sign-extended; compared as unsigned.</param>
public readonly record struct Impact(int Freq, long Norm);
