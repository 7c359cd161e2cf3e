using System.Diagnostics;
using SearchNews.Lucene.Tests.Util.Checksums;
using SearchNews.Lucene.Util;
using SearchNews.Lucene.Util.Checksums;

namespace SearchNews.Lucene.Tests.Util;

public sealed class Crc32Tests
{
    private const string Off = "DOTNET_EnableHWIntrinsic";

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 0xE8B7BE43)]
    [InlineData("123456789", 0xCBF43926)] // the check value in every description of this CRC
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void Compute_KnownText_GivesTheKnownValue(string text, uint crc) => Crc32.Compute(System.Text.Encoding.ASCII.GetBytes(text)).ShouldBe(crc);

    [Fact]
    public void Append_AnyPieces_IsTheSameAsBitByBit()
    {
        Random random = Seeds.Random();
        for (int length = 0; length < 200; length++)
        {
            byte[] bytes = Some.Bytes(random, length);
            var crc = new Crc32();
            for (int at = 0; at < length;)
            {
                int piece = Math.Min(random.Next(40), length - at);
                crc.Append(bytes.AsSpan(at, piece));
                at += piece;
            }

            crc.Value.ShouldBe(~Crc32Definition.Update(uint.MaxValue, bytes));
            Crc32.Compute(bytes).ShouldBe(crc.Value);
        }
    }

    [Fact]
    public async Task AllOfThisFolder_ProcessorWithoutExtensions_PassesToo()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Off) == "0", "This is the run without extensions.");
        ProcessStartInfo start = new("dotnet", [typeof(Crc32Tests).Assembly.Location, "-class", typeof(Crc32Tests).FullName!, "-class", typeof(SlicingCrc32Tests).FullName!, "-class", typeof(FoldingCrc32Tests).FullName!])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [Off] = "0" },
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output);
        output.ShouldNotContain("Total: 0");
    }

    [Fact]
    public void IsSupported_ExtensionsOff_OnlyThePortableKernel()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Off) == "0", "Runs in the child process of the test above.");
        FoldingCrc32.IsSupported.ShouldBeFalse();
        SlicingCrc32.IsSupported.ShouldBeTrue();
    }
}
