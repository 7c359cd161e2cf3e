using System.Text;
using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Codecs.Compressing;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

public sealed class SuffixCompressorTests
{
    [Theory]
    [InlineData("rnetes", 1, 3, "None")] // too short
    [InlineData("rnetesoperators", 3, 2, "None")] // prefix of a block that everybody reads
    [InlineData("rnetesoperators", 3, 3, "LowercaseAscii")]
    [InlineData("abcdefghijklmnop", 8, 3, "None")] // two bytes an entry
    [InlineData("abcdefghijklmnop", 7, 3, "LowercaseAscii")]
    [InlineData("ABCDEFGHIJKLMNOP", 4, 3, "None")]
    [InlineData("azureportal/azureportal/azureportal/azureportal/", 4, 3, "Lz4")]
    [InlineData("azureportal/azureportal/azureportal/azureportal/", 8, 3, "LowercaseAscii")] // six bytes an entry
    public void Compress_BySizeAndContent_ChoosesTheForm(string suffixes, int entries, int prefixLength, string expected)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(suffixes);
        ReadOnlySpan<byte> written = new SuffixCompressor().Compress(bytes, entries, prefixLength, out SuffixCompression compression);
        compression.ToString().ShouldBe(expected);
        Decompress(written, compression, bytes.Length).ShouldBe(bytes);
    }

    [Fact]
    public void Compress_AnyBytes_ComeBackAndAreNeverMore()
    {
        Random random = Seeds.Random();
        var compressor = new SuffixCompressor();
        var seen = new HashSet<SuffixCompression>();
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = Text(random, random.Next(1, 2000));
            ReadOnlySpan<byte> written = compressor.Compress(bytes, random.Next(1, 49), random.Next(6), out SuffixCompression compression);
            written.Length.ShouldBeLessThanOrEqualTo(bytes.Length);
            Decompress(written, compression, bytes.Length).ShouldBe(bytes);
            seen.Add(compression);
        }

        seen.Count.ShouldBe(3);
    }

    // Lower case with exceptions here and there, at times far apart, at times many; or few words many times.
    private static byte[] Text(Random random, int length)
    {
        byte[] bytes = new byte[length];
        int oneIn = 1 << random.Next(0, 11);
        for (int i = 0; i < length; i++) bytes[i] = random.Next(oneIn) == 0 ? (byte)random.Next(256) : (byte)random.Next('a', 'z' + 1);
        if (random.Next(3) == 0) for (int i = length / 4; i < length; i++) bytes[i] = bytes[i % Math.Max(1, length / 4)];
        return bytes;
    }

    private static byte[] Decompress(ReadOnlySpan<byte> written, SuffixCompression compression, int length)
    {
        byte[] bytes = new byte[length];
        var input = new IndexInput("tim", written.ToArray());
        if (compression == SuffixCompression.None) input.ReadBytes(bytes);
        else if (compression == SuffixCompression.Lz4) Lz4Decompressor.Decompress(input, bytes, 0, length, 0);
        else LowercaseAscii.Decompress(input, bytes);
        input.Remaining.ShouldBe(0);
        return bytes;
    }
}
