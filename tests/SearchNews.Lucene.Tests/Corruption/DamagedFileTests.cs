using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Corruption;

/// <summary>
/// Whatever a disk, a copy or a person does to files of an index: opening it throws an error that names the file, or every answer is the same as before. Nothing in between, no
/// other error, no hang.
/// </summary>
public sealed class DamagedFileTests
{
    public static TheoryData<string> Kinds => [.. RichIndex.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_AnyBitFlipped_NamesTheFile(string kind)
    {
        IndexDirectory sound = RichIndex.Of(kind);
        Random random = Seeds.Random();
        new DamageTally(sound).Run($"{kind}, bits flipped", tally =>
        {
            foreach (string file in sound.ListAll())
            {
                byte[] bytes = Damage.BytesOf(sound, file);
                foreach (int bit in Tier.Numbers(random, bytes.Length * 8, 100))
                {
                    byte[] damaged = [.. bytes];
                    damaged[bit >> 3] ^= (byte)(1 << (bit & 7));
                    tally.Try(() => $"{file}, bit {bit & 7} of byte {bit >> 3}", new DamagedDirectory(sound).With(file, damaged), file);
                }
            }

            tally.Identical.ShouldBe(0, "a CRC notices every single bit");
        });
    }

    [Fact]
    public void Open_BitFlippedWithoutChecksums_IsNoticedByTheTestAbove()
    {
        IndexDirectory sound = RichIndex.Of("separate");
        Random random = Seeds.Random();
        var tally = new DamageTally(sound);
        tally.Run("checksums off, bits flipped", _ => FlipBits(tally, sound, random), isSabotaged: true);
        tally.Failures.Count(f => f.EndsWith("no error", StringComparison.Ordinal)).ShouldBeGreaterThan(tally.Cases / 20, "silent differences");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_AnyTruncation_NamesTheFile(string kind)
    {
        IndexDirectory sound = RichIndex.Of(kind);
        Random random = Seeds.Random();
        new DamageTally(sound).Run($"{kind}, truncated", tally =>
        {
            foreach (string file in sound.ListAll())
            {
                byte[] bytes = Damage.BytesOf(sound, file);
                foreach (int length in Tier.Numbers(random, bytes.Length, 30).Append(0).Append(bytes.Length - 1))
                    tally.Try(() => $"{file}, cut to {length}", new DamagedDirectory(sound).With(file, bytes[..length]), file);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_AnyTwoFilesSwapped_NamesOne(string kind)
    {
        IndexDirectory sound = RichIndex.Of(kind);
        new DamageTally(sound).Run($"{kind}, swapped", tally =>
        {
            IReadOnlyList<string> files = sound.ListAll();
            for (int i = 0; i < files.Count; i++)
            {
                for (int j = i + 1; j < files.Count; j++)
                {
                    (string one, string other) = (files[i], files[j]);
                    tally.Try(() => $"{one} and {other}", new DamagedDirectory(sound).With(one, Damage.BytesOf(sound, other)).With(other, Damage.BytesOf(sound, one)), one, other);
                }
            }
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_FileMissing_NamesIt(string kind)
    {
        IndexDirectory sound = RichIndex.Of(kind);
        new DamageTally(sound).Run($"{kind}, missing", tally =>
        {
            foreach (string file in sound.ListAll())
                tally.Try(() => $"{file} missing", new DamagedDirectory(sound).With(file, null), file.StartsWith("segments_", StringComparison.Ordinal) ? "segments_N" : file);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_FileOfAnotherIndex_NamesIt(string kind)
    {
        IndexDirectory sound = RichIndex.Of(kind);
        new DamageTally(sound).Run($"{kind}, of another index", tally =>
        {
            foreach (string otherKind in RichIndex.Kinds)
            {
                // The same kind with other ids has the most in common: every name, and nearly every byte.
                IndexDirectory other = otherKind == kind ? RichIndex.Write(kind == "compound", seed: 3) : RichIndex.Of(otherKind);
                foreach (string foreign in other.ListAll())
                {
                    foreach (string file in sound.ListAll().Where(f => Path.GetExtension(f) == Path.GetExtension(foreign) && !f.StartsWith("segments_", StringComparison.Ordinal)))
                        tally.Try(() => $"{file} is {foreign} of '{otherKind}'", new DamagedDirectory(sound).With(file, Damage.BytesOf(other, foreign)), file);
                }
            }

            tally.Identical.ShouldBe(0);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Open_FilesThatDoNotBelong_ReadsTheSame(string kind)
    {
        IndexDirectory sound = RichIndex.Of(kind);
        byte[] rubbish = Some.Bytes(Seeds.Random(), 1000);
        new DamageTally(sound).Run($"{kind}, more files", tally =>
        {
            foreach (string name in new[] { "README.md", "_0.xyz", "_zz.fdt", "pending_segments_9", "segments.gen", "segments_", "segments_UP", "segments_!", "CURRENT", "write.lock", "_0_9.liv" })
                tally.Try(() => name, new DamagedDirectory(sound).With(name, rubbish));
            tally.Refused.ShouldBe(0);
        });
    }

    [Fact]
    public void Open_NewerCommitIsRubbish_NamesIt()
    {
        IndexDirectory sound = RichIndex.Of("separate");
        new DamageTally(sound).Run("a newer commit", tally =>
        {
            foreach (byte[] bytes in new[] { [], new byte[5], new byte[16], Damage.BytesOf(sound, "_0.si"), Damage.BytesOf(sound, "segments_1") })
                tally.Try(() => $"segments_9 of {bytes.Length} bytes", new DamagedDirectory(sound).With("segments_9", bytes), "segments_9");
        });
    }

    [Fact]
    public void Open_UpdateThatContradictsTheFields_NamesIt()
    {
        IndexDirectory sound = RichIndex.Of("lucene");
        byte[] bytes = Damage.BytesOf(sound, "_0_1.fnm");
        int options = bytes.AsSpan().IndexOf("\u0004body"u8) + 7;
        bytes[options].ShouldBe((byte)IndexOptions.DocsAndFreqsAndPositions);
        bytes[options]--;
        new DamageTally(sound).Run("an update that contradicts", tally => tally.Try(() => "_0_1.fnm", new DamagedDirectory(sound).With("_0_1.fnm", Damage.Seal(bytes)), "_0_1.fnm"));
    }

    [Fact]
    public void Open_FolderOfSomethingElse_SaysWhatIsThere()
    {
        MemoryDirectory directory = new();
        Should.Throw<IndexNotFoundException>(() => DirectoryReader.Open(directory));
        foreach (string name in new[] { "photo.jpg", "notes.txt" }) directory.CreateOutput(name).Dispose();
        Should.Throw<IndexNotFoundException>(() => DirectoryReader.Open(directory)).Message.ShouldContain("photo.jpg");
    }

    private static void FlipBits(DamageTally tally, IndexDirectory sound, Random random)
    {
        foreach (string file in sound.ListAll())
        {
            byte[] bytes = Damage.BytesOf(sound, file);
            for (int i = 0; i < 20; i++)
            {
                int at = random.Next(bytes.Length);
                byte[] damaged = [.. bytes];
                damaged[at] ^= (byte)(1 << random.Next(8));
                tally.Try(() => $"{file}, byte {at}", new DamagedDirectory(sound) { VerifiesChecksums = false }.With(file, damaged), file);
            }
        }
    }
}
