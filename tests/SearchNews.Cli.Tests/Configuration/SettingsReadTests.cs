using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SearchNews.Api;
using SearchNews.Cli.Configuration;

namespace SearchNews.Cli.Tests.Configuration;

public sealed class SettingsReadTests
{
    public static TheoryData<string, string> EachSetting()
    {
        var data = new TheoryData<string, string>();
        foreach (Setting setting in Settings.All.Where(s => s.Option is not null)) data.Add(setting.Key, setting.Option!);
        return data;
    }

    [Fact]
    public void All_EveryOption_HasASetting()
    {
        string[] elsewhere = [nameof(ApiOptions.AdminKey), nameof(ApiOptions.Profiles)];
        string[] options = [.. typeof(ApiOptions).GetProperties().Select(p => p.Name)];
        Settings.All.Select(s => s.Option).OfType<string>().Concat(elsewhere).ShouldBe(options, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(EachSetting))]
    public void Read_WrongForm_NamesTheKey(string key, string option)
    {
        foreach (string wrong in (string[])["-1 potatoes", "2 weeks", "1 e400", "http:///;ftp://x"])
        {
            UsageException e = Should.Throw<UsageException>(() => Read([new(key, wrong)]), $"{key} took '{wrong}'");
            e.Message.ShouldStartWith(key);
            if (key != option) e.Message.ShouldNotContain("Parameter");
        }
    }

    [Fact]
    public void Read_OutOfRange_NamesTheKey()
    {
        Should.Throw<UsageException>(() => Read([new("Limits:MaxRequestLine", "255")])).Message.ShouldBe("Limits:MaxRequestLine is 255; it must be 256 or more.");
        Should.Throw<UsageException>(() => Read([new("Limits:Deadline", "0s")])).Message.ShouldStartWith("Limits:Deadline is 00:00:00");
        Should.Throw<UsageException>(() => Read([new("Limits:MaxQueued:0", "1"), new("Limits:MaxQueued:1", "2")])).Message.ShouldBe("Limits:MaxQueued has 2 values; it takes one.");
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("2s", 2)]
    [InlineData("1.5m", 90)]
    [InlineData("24h", 86400)]
    public void Read_Time_HasUnits(string text, double seconds) => Read([new("Limits:Deadline", text)]).Deadline.TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void Read_Sources_LaterOnesGoFirstForListsToo()
    {
        ApiOptions options = Read([new("AllowedHosts:0", "a.example"), new("AllowedHosts:1", "b.example"), new("Limits:MaxQueued", "5")], [new("AllowedHosts", "c.example; d.example")]);
        options.AllowedHosts.ShouldBe(["c.example", "d.example"]);
        options.MaxQueued.ShouldBe(5);
        Read([new("AllowedHosts", "c.example")], [new("AllowedHosts:0", "a.example")]).AllowedHosts.ShouldBe(["a.example"]);
        Read([new("Limits:MaxQueued", "5")], [new("Limits:MaxQueued", " ")]).MaxQueued.ShouldBe(5);
    }

    [Theory]
    [InlineData("""{"Indx":"x"}""", "Indx", "'Index'")]
    [InlineData("""{"Limits":{"Dedline":"1s"}}""", "Limits:Dedline", "'Limits:Deadline'")]
    [InlineData("""{"Deadline":"1s"}""", "Deadline", "'Limits:Deadline'")]
    [InlineData("""{"Limits":"none"}""", "Limits", "Limits:Deadline")]
    [InlineData("""{"Limits":{"Deadline":{"Seconds":1}}}""", "Limits:Deadline", "one value")]
    [InlineData("""{"Limits":{"Deadline":["1s"]}}""", "Limits:Deadline", "one value")]
    [InlineData("""{"Urls":[{"a":1}]}""", "Urls", "a list")]
    [InlineData("""{"zzzzzzzzzzzzz":1}""", "zzzzzzzzzzzzz", "there are Index")]
    public void RefuseUnknown_Mistake_IsNamedWithTheNearestKey(string json, string key, string hint)
    {
        string message = Should.Throw<UsageException>(() => Settings.RefuseUnknown(Json(json), "f.json")).Message;
        message.ShouldStartWith(key + " in 'f.json'");
        message.ShouldContain(hint);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"urls":["http://127.0.0.1:0"],"Profiles":{"x":{"k1":1}},"Serilog":{"Anything":{"goes":1}},"Limits":null}""")]
    public void RefuseUnknown_Known_IsTaken(string json) => Settings.RefuseUnknown(Json(json), "f.json");

    [Theory]
    [InlineData("Limits")]
    [InlineData("=1")]
    [InlineData("Limit:Deadline=1s")]
    public void ReadFlags_Wrong_IsNamed(string flag) => Should.Throw<UsageException>(() => Settings.ReadFlags([flag])).Message.ShouldContain(flag.Split('=')[0]);

    [Fact]
    public void Sample_HasEverySettingAtItsDefault()
    {
        string file = Path.Combine(RepoRoot.Path, "docs", "searchnews.sample.json");
        IConfigurationRoot sample = new ConfigurationBuilder().AddJsonFile(file).Build();
        Settings.RefuseUnknown(sample, file);
        foreach (Setting setting in Settings.All) sample.GetSection(setting.Key).Exists().ShouldBeTrue($"{setting.Key} is not in the sample");
        JsonSerializer.Serialize(Settings.Read(sample, new ApiOptions())).ShouldBe(JsonSerializer.Serialize(new ApiOptions()));
        OwnProfiles.Read(sample).ShouldNotBeEmpty();
    }

    private static IConfigurationRoot Json(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build();

    private static ApiOptions Read(KeyValuePair<string, string?>[] first, KeyValuePair<string, string?>[]? second = null) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(first).AddInMemoryCollection(second ?? []).Build(), new ApiOptions());
}
