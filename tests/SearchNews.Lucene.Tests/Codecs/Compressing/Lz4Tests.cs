using SearchNews.Lucene.Codecs.Compressing;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Compressing;

public sealed class Lz4Tests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(500)]
    [InlineData(70_000)]
    [InlineData(200_000)]
    public void Decompress_WhatWasCompressed_IsTheInput(int length)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            var random = new Random(seed);
            int dictionary = random.Next(0, 3) * random.Next(0, 5000);
            byte[] bytes = Text(random, dictionary + length);
            var output = new MemoryOutput();
            new Lz4Compressor().Compress(bytes, 0, dictionary, length, output);

            byte[] restored = new byte[dictionary + length];
            bytes.AsSpan(0, dictionary).CopyTo(restored);
            var input = new IndexInput("lz4", output.ToArray());
            Lz4Decompressor.Decompress(input, restored, dictionary, length, 0);

            restored.ShouldBe(bytes, $"seed {seed}");
            input.Remaining.ShouldBe(0);
        }
    }

    [Fact]
    public void CompressBehindDictionary_OneBlockAfterTheOther_IsWhatEachAloneGives()
    {
        Lz4Compressor lz4 = new();
        for (int seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            int dictionary = random.Next(0, 3) * random.Next(0, 5000);
            byte[] bytes = Text(random, dictionary + random.Next(13, 9000));
            var alone = new MemoryOutput();
            new Lz4Compressor().Compress(bytes, 0, dictionary, bytes.Length - dictionary, alone);

            var behind = new MemoryOutput();
            lz4.SetDictionary(bytes.AsSpan(0, dictionary));
            for (int i = 0; i < 2; i++)
            {
                behind.Reset();
                lz4.CompressBehindDictionary(bytes, dictionary, behind);
                behind.ToArray().ShouldBe(alone.ToArray(), $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Compress_RepetitiveText_SavesSpace()
    {
        byte[] bytes = Text(new Random(3), 50_000);
        var output = new MemoryOutput();
        new Lz4Compressor().Compress(bytes, 0, 0, bytes.Length, output);
        output.Position.ShouldBeLessThan(bytes.Length * 7 / 10);
    }

    [Fact]
    public void Decompress_RandomBytes_EitherFillsOrReportsCorruption()
    {
        for (int seed = 1; seed <= 5000; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = new byte[random.Next(0, 60)];
            random.NextBytes(bytes);
            try
            {
                Lz4Decompressor.Decompress(new IndexInput("lz4", bytes), new byte[200], 0, 200, 0);
            }
            catch (CorruptIndexException e)
            {
                e.FileName.ShouldBe("lz4", $"seed {seed}");
            }
        }
    }

    /// <summary>Random words of a small vocabulary, with some noise.</summary>
    private static byte[] Text(Random random, int length)
    {
        byte[][] words = [.. Enumerable.Range(0, 100).Select(_ => Letters(random, random.Next(1, 12)))];
        var bytes = new List<byte>(length + 12);
        while (bytes.Count < length) bytes.AddRange(random.Next(20) == 0 ? Letters(random, 3) : words[random.Next(words.Length)]);
        return [.. bytes[..length]];
    }

    private static byte[] Letters(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (byte)random.Next('a', 'z' + 1))];
}
