namespace SearchNews.Lucene.Tests.OracleTests;

/// <summary>The runner of the Java programs does what the tests that lean on it believe.</summary>
public sealed class OracleRunnerTests
{
    [Fact]
    public void Run_UnknownProgram_ThrowsWithTheJavaErrorAndGoesOn()
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();

        Should.Throw<OracleException>(() => Oracle.Run("NoSuchProgram")).Message.ShouldContain("ClassNotFoundException");

        Oracle.WriteIndex("simple", folder.Path);
        Oracle.CheckIndex(folder.Path);
    }

    [Fact]
    public void Run_TakingTooLong_IsKilledAndSaysSo()
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();

        OracleException e = Should.Throw<OracleException>(
            () => Oracle.RunWithInput("WriteIndex", input: "", TimeSpan.FromMilliseconds(1), "bigterms", folder.Path));

        e.Message.ShouldContain("did not end in 0.001 s");
    }

    [Fact]
    public void CheckIndex_FolderWithoutIndex_Fails()
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();

        Should.Throw<OracleException>(() => Oracle.CheckIndex(folder.Path)).Message.ShouldContain("IndexNotFoundException");
    }

    [Theory]
    [InlineData("_0.fdt")]
    [InlineData("_0_Lucene84_0.tim")]
    [InlineData("_0_Lucene80_0.dvd")]
    public void CheckIndex_OneByteFlipped_Fails(string file)
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        Oracle.WriteIndex("simple", folder.Path);
        string path = folder.Combine(file);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(path, bytes);

        Should.Throw<Exception>(() => Oracle.CheckIndex(folder.Path)).Message.ShouldContain("checksum failed");
    }
}
