using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene50;

public sealed class CompoundDirectoryTests
{
    private static readonly SegmentInfo Segment = new() { Name = "_0", Id = Enumerable.Repeat((byte)7, 16).ToArray(), MaxDoc = 1, IsCompoundFile = true };

    [Fact]
    public void Open_PackedFiles_GivesEachByItsFullName()
    {
        CompoundDirectory compound = CompoundDirectory.Open(Pack(), Segment);
        compound.ListAll().ShouldBe(["_0.fnm", "_0_Lucene84_0.tim"]);
        IndexInput input = compound.OpenVerified("_0_Lucene84_0.tim");
        CodecUtil.CheckHeader(input, "tim", 0, 0);
        input.ReadInt32().ShouldBe(42);
        compound.FileLength("_0_Lucene84_0.tim").ShouldBe(input.Length);
        Should.Throw<FileNotFoundException>(() => compound.OpenInput("_0.nvd"));
        Should.Throw<NotSupportedException>(() => compound.DeleteFile("_0.fnm"));
    }

    [Theory]
    [InlineData("_0.cfs")]
    [InlineData("_0.cfe")]
    public void Open_AnyByteFlipped_Throws(string file)
    {
        MemoryDirectory directory = Pack();
        foreach (byte[] damaged in Damage.Flips(Seeds.Random(), Damage.BytesOf(directory, file)))
            Should.Throw<CorruptIndexException>(() => CompoundDirectory.Open(Damage.Replace(directory, file, damaged), Segment));
    }

    [Theory]
    [InlineData("_0.cfs")]
    [InlineData("_0.cfe")]
    public void Open_AnyByteFlippedUnderARightChecksum_ThrowsTypedOrReads(string file)
    {
        MemoryDirectory directory = Pack();
        foreach (byte[] damaged in Damage.SealedFlips(Seeds.Random(), Damage.BytesOf(directory, file)))
        {
            try
            {
                CompoundDirectory compound = CompoundDirectory.Open(Damage.Replace(directory, file, damaged), Segment);
                foreach (string name in compound.ListAll()) compound.OpenVerified(name).Length.ShouldBeGreaterThan(0);
            }
            catch (IOException)
            {
                // The typed errors.
            }
        }
    }

    private static MemoryDirectory Pack()
    {
        MemoryDirectory loose = new();
        foreach (string codec in new[] { "fnm", "tim" })
        {
            using IndexOutput output = loose.CreateOutput(codec);
            CodecUtil.WriteHeader(output, codec, 0);
            output.WriteInt32(42);
            CodecUtil.WriteFooter(output);
        }

        MemoryDirectory directory = new();
        using IndexOutput data = directory.CreateOutput("_0.cfs");
        using IndexOutput entries = directory.CreateOutput("_0.cfe");
        CodecUtil.WriteIndexHeader(data, "Lucene50CompoundData", 0, Segment.Id, "");
        CodecUtil.WriteIndexHeader(entries, "Lucene50CompoundEntries", 0, Segment.Id, "");
        entries.WriteVInt(2);
        foreach ((string name, string content) in new[] { (".fnm", "fnm"), ("_Lucene84_0.tim", "tim") })
        {
            entries.WriteString(name);
            entries.WriteInt64(data.Position);
            data.WriteBytes(Damage.BytesOf(loose, content));
            entries.WriteInt64(loose.FileLength(content));
        }

        CodecUtil.WriteFooter(data);
        CodecUtil.WriteFooter(entries);
        return directory;
    }
}
