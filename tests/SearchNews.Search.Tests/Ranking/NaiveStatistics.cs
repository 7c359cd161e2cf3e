using SearchNews.Lucene.Util;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>BM25 of one field over all articles, by the formula.</summary>
internal sealed class NaiveStatistics
{
    private readonly Dictionary<string, int> _docFreqs = new(StringComparer.Ordinal);
    private readonly float _averageLength;

    public NaiveStatistics(IEnumerable<NaiveField> fields)
    {
        NaiveField[] filled = [.. fields.Where(field => field.Length > 0)];
        DocCount = filled.Length;
        _averageLength = (float)(filled.Sum(field => (long)field.Length) / (double)DocCount);
        foreach (string term in filled.SelectMany(field => field.Freqs.Keys)) _docFreqs[term] = DocFreq(term) + 1;
    }

    public int DocCount { get; }

    public int DocFreq(string term) => _docFreqs.GetValueOrDefault(term);

    public float Idf(string term) => (float)Math.Log(1 + ((DocCount - DocFreq(term) + 0.5) / (DocFreq(term) + 0.5)));

    public float Score(NaiveField field, string term, float k1, float b, float boost = 1)
    {
        if (!field.Freqs.TryGetValue(term, out int freq)) return 0;
        float inverse = 1f / (k1 * ((1 - b) + (b * SmallFloat.Byte4ToInt(SmallFloat.IntToByte4(field.Length)) / _averageLength)));
        float weight = boost * Idf(term);
        return weight - (weight / (1f + (freq * inverse)));
    }
}
