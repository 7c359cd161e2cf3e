namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Bytes written the way format descriptions do.</summary>
internal static class Bytes
{
    /// <summary>Hexadecimal bytes, runs of them apart by spaces; <c>x8</c> behind a run repeats its last byte eight times in all.</summary>
    public static byte[] Parse(string text)
    {
        List<byte> bytes = [];
        foreach (string run in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = run.Split('x');
            bytes.AddRange(Convert.FromHexString(parts[0]));
            if (parts.Length > 1) bytes.AddRange(Enumerable.Repeat(bytes[^1], int.Parse(parts[1]) - 1));
        }

        return [.. bytes];
    }
}
