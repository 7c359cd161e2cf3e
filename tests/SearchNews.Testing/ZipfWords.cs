namespace SearchNews.Testing;

/// <summary>
/// A vocabulary whose word at rank r (from 1) is drawn with a chance in proportion to 1 / r, as words of real text are.
/// Immutable and safe to share.
/// </summary>
public sealed class ZipfWords
{
    private readonly double[] _cumulative;

    /// <summary>Makes up <paramref name="count"/> different lower-case words.</summary>
    public ZipfWords(Random random, int count)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        HashSet<string> words = new(StringComparer.Ordinal);
        while (words.Count < count)
            words.Add(Some.Word(random, 2, 12));
        Words = [.. words];
        _cumulative = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
            _cumulative[i] = sum += 1.0 / (i + 1);
    }

    /// <summary>The words, the most frequent first.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Draws one word.</summary>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int index = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return Words[Math.Min(index < 0 ? ~index : index, _cumulative.Length - 1)];
    }

    /// <summary>Draws <paramref name="count"/> words and joins them with blanks.</summary>
    public string Text(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Next(random)));
}
