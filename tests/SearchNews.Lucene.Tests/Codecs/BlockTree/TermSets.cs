using System.Text;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>Sets of terms of many shapes, sorted as unsigned bytes.</summary>
internal static class TermSets
{
    public static readonly IReadOnlyList<string> Shapes = ["words", "digits", "urls", "binary", "chain", "fan", "deep", "long", "empty"];

    public static List<byte[]> Make(string shape, Random random, int count)
    {
        var set = new SortedSet<byte[]>(Comparer<byte[]>.Create(static (a, b) => a.AsSpan().SequenceCompareTo(b)));
        for (int i = 0; i < count; i++) set.Add(Term(shape, random, i));
        return [.. set];
    }

    private static byte[] Term(string shape, Random random, int i) => shape switch
    {
        "words" => Encoding.UTF8.GetBytes(Some.Word(random, 1, 9)),
        "digits" => Encoding.UTF8.GetBytes($"{i * 7:d7}"),
        "urls" => Encoding.UTF8.GetBytes($"https://example.org/news/2021/{random.Next(300)}/the-cloud-news-of-today-{i}"),
        "binary" => Some.Bytes(random, random.Next(6)),
        "chain" => [.. Enumerable.Repeat((byte)'a', i)],
        "fan" => [(byte)random.Next(256), (byte)random.Next(256)],
        "deep" => [.. Enumerable.Repeat((byte)'d', random.Next(120)), (byte)random.Next(256), (byte)random.Next(4)],
        "long" => [.. Enumerable.Repeat((byte)'l', random.Next(2) * 32000), .. Some.Bytes(random, 3)],
        "empty" => i == 0 ? [] : [(byte)(i >> 8), (byte)i],
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    /// <summary>Gives each term documents: most have one.</summary>
    public static List<TermDocs> WithDocs(List<byte[]> terms, Random random, int maxDoc) =>
        [.. terms.Select(term => new TermDocs(term, Docs(random, maxDoc)))];

    private static List<(int Doc, int Freq)> Docs(Random random, int maxDoc)
    {
        int count = random.Next(3) > 0 ? 1 : random.Next(200) == 0 ? random.Next(1, maxDoc + 1) : random.Next(1, Math.Min(maxDoc, 6) + 1);
        int[] docs = count == 1 ? [random.Next(maxDoc)] : Some.SortedDocs(random, maxDoc, count);
        return [.. docs.Select(d => (d, random.Next(2) == 0 ? 1 : random.Next(1, 8)))];
    }
}
